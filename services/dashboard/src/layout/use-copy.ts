import { useState } from 'preact/hooks';

/** What is said of a copy that was made, and of one that the browser forbids. */
type Said = { copied: string; notCopied: string };

/** Puts a text into the clipboard; gives what is to be said of that, null before anything was copied. */
export const useCopy = (): [said: string | null, copy: (text: string, said: Said) => Promise<void>] => {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (text: string, { copied, notCopied }: Said) =>
    setSaid((await hasCopied(text)) ? copied : notCopied);
  return [said, copy];
};

/** Whether a text came into the clipboard. A page that did not come over HTTPS has none. */
export const hasCopied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
