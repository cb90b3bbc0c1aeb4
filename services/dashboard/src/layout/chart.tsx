import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../words/language.tsx';
import { pngOf, saveFile, svgOf } from './picture.ts';

type Props = {
  /** The name of the file that a reader saves. */
  name: string;
  /** What the picture says, and where its figures come from: they go with it, wherever it is pasted. */
  title: string;
  source: string;
  /** One drawing. */
  children: ComponentChildren;
};

/** A drawing with its picture to take along, as SVG and as PNG. */
export function Chart({ name, title, source, children }: Props) {
  const { t } = useWords();
  const figure = useRef<HTMLElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const save = async (kind: 'svg' | 'png') => {
    const drawing = figure.current?.querySelector('svg');
    if (!drawing) return;
    setSaid(null);
    try {
      const svg = svgOf(drawing, { title, source });
      const file = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
      saveFile(file, `${name}.${kind}`);
    } catch {
      setSaid(t('notDrawn'));
    }
  };
  return (
    <figure class="chart" ref={figure}>
      {children}
      <p class="take screen">
        {t('savePicture')}{' '}
        <button type="button" class="link" onClick={() => save('svg')}>
          SVG
        </button>
        {' · '}
        <button type="button" class="link" onClick={() => save('png')}>
          PNG
        </button>
        <span role="status" class="said">
          {said}
        </span>
      </p>
    </figure>
  );
}
