import { useState } from 'preact/hooks';
import { useWords } from '../words/language.tsx';

/** A button that puts a text into the clipboard, and says so. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const { t } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t('textCopied')),
      () => setSaid(t('textNotCopied')),
    );
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
