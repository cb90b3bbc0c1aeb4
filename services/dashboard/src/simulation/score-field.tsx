import { useState } from 'preact/hooks';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { typedScore } from './typed-score.ts';

type Props = {
  id: string;
  value: number;
  scale: { low: number; high: number } | null;
  decimals: number;
  suppose: (value: number) => void;
};

/** A score as it is typed, with the decimal comma that the reader writes: a number field would have the browser's. */
export function ScoreField({ id, value, scale, decimals, suppose }: Props) {
  const { lang, t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typedScore(typed, decimals, scale) === null;
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        value={typed ?? scoreText(lang, value, decimals)}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const score = typedScore(currentTarget.value, decimals, scale);
          if (score !== null) suppose(score);
        }}
        onBlur={() => setTyped(null)}
      />
      {isWrong && (
        <span id={`${id}-wrong`} class="wrong bad">
          {scale ? t('typeWithin', { low: scale.low, high: scale.high, decimals }) : t('typeNumber', { decimals })}
        </span>
      )}
    </>
  );
}
