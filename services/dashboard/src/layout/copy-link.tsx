import { useState } from 'preact/hooks';
import { useWords } from '../words/language.tsx';

/** A button that puts the full address of a file into the clipboard, and says so. */
export function CopyLink({ address }: { address: string }) {
  const { t } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const copy = () => {
    const url = new URL(address, location.href).href;
    navigator.clipboard.writeText(url).then(
      () => setSaid(t('copied', { url })),
      () => setSaid(t('notCopied', { url })),
    );
  };
  return (
    <>
      <button type="button" class="link" onClick={copy}>
        {t('copyLink')}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </>
  );
}
