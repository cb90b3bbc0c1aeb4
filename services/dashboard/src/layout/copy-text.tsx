import { useWords } from '../words/language.tsx';
import { useCopy } from './use-copy.ts';

/** A button that puts a text into the clipboard, and says so. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const { t } = useWords();
  const [said, copyText] = useCopy();
  const copy = () => copyText(text, { copied: t('textCopied'), notCopied: t('textNotCopied') });
  return (
    <span class="screen">
      <button type="button" class="link" aria-label={label} onClick={copy}>
        {t('copy')}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </span>
  );
}
