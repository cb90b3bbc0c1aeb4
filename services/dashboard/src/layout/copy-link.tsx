import { useWords } from '../words/language.tsx';
import { useCopy } from './use-copy.ts';

type Props = {
  address: string;
  /** What the button says; that it is for spreadsheets where nothing is given. */
  text?: string;
};

/** A button that puts the full address of a file or page into the clipboard, and says so. */
export function CopyLink({ address, text }: Props) {
  const { t } = useWords();
  const [said, copyText] = useCopy();
  const copy = () => {
    const url = new URL(address, location.href).href;
    return copyText(url, { copied: t('copied', { url }), notCopied: t('notCopied', { url }) });
  };
  return (
    <>
      <button type="button" class="link" onClick={copy}>
        {text ?? t('copyLink')}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </>
  );
}
