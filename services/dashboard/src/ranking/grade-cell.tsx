import type { RankingRow } from '../data/ranking.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  row: Pick<RankingRow, 'grade' | 'grade_published'>;
  /** The publisher prints no grades: the column itself says that all are computed. */
  areAllComputed: boolean;
};

export function GradeCell(props: Props) {
  return (
    <td class="grade">
      <Grade {...props} />
    </td>
  );
}

/** The grade as printed, else as computed; both where they differ. */
export function Grade({ row: { grade, grade_published }, areAllComputed }: Props) {
  const { t } = useWords();
  const areBoth = grade !== null && grade_published !== null && grade !== grade_published;
  return (
    <>
      {grade_published ?? grade}
      {grade_published === null && grade !== null && !areAllComputed && <small>{t('gradeComputed')}</small>}
      {areBoth && (
        <small>
          {t('gradeComputed')}: {grade}
        </small>
      )}
    </>
  );
}
