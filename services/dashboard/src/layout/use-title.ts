import { useEffect } from 'preact/hooks';
import { useWords } from '../words/language.tsx';

/** Gives the document the title of what it shows. */
export const useTitle = (title: string): void => {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('app')}`;
  }, [title, t]);
};
