import type { Text } from '@chi-so/runtime/problem';

/** What stops an operator's command: a sentence in both languages. */
export class Complaint extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'Complaint';
    this.text = text;
  }
}
