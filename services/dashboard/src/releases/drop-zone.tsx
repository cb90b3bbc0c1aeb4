import { useState } from 'preact/hooks';
import type { Delivery } from '../data/delivery.ts';
import { useWords } from '../words/language.tsx';

/** Takes a file that is dropped, chosen or pasted, and a table that is pasted as text. What is in it, stays. */
export function DropZone({ isDisabled, onTake }: { isDisabled: boolean; onTake: (delivery: Delivery) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [isOver, setIsOver] = useState(false);
  const takeFile = (file: File | undefined) => file && onTake({ name: file.name, bytes: file });
  const takeText = (given: string) => onTake({ name: '', bytes: new Blob([given.trim() === '' ? '' : given]) });
  return (
    // Whoever has no mouse chooses the file or pastes: dropping is one way of three.
    <fieldset
      class={isOver ? 'drop over' : 'drop'}
      disabled={isDisabled}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        takeFile(event.dataTransfer?.files[0]);
      }}
    >
      <legend class="hidden">{t('incoming')}</legend>
      <label class="file">
        <span>{t('dropFile')}</span>
        <input
          type="file"
          class="hidden"
          onChange={(event) => {
            takeFile(event.currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <label class="paste">
        <span>{t('pasteTable')}</span>
        <textarea
          rows={4}
          value={text}
          spellcheck={false}
          placeholder={t('pasteExample')}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const [file] = event.clipboardData?.files ?? [];
            const given = event.clipboardData?.getData('text/plain') ?? '';
            // Spreadsheets put a picture of the cells beside their text.
            if (given === '' && file) takeFile(file);
            if (given === '' || text !== '') return;
            event.preventDefault();
            setText(given);
            takeText(given);
          }}
        />
      </label>
      <button type="button" onClick={() => takeText(text)}>
        {t('recogniseText')}
      </button>
    </fieldset>
  );
}
