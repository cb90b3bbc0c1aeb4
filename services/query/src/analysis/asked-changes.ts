import type { ReleaseFigures } from '@chi-so/domain/analysis/release-figures';
import { supposedFaults } from '@chi-so/domain/analysis/supposed-score';
import type { Weighing } from '@chi-so/domain/analysis/weighing';
import type { SupposedScore } from '@chi-so/domain/analysis/what-if';
import { invalidParameter, invalidRequest, Problem } from '@chi-so/runtime/problem';
import { numberOf } from './asked-number.ts';

/** The scores that are supposed: `change=VN63-46:land:7.5,VN63-46:entry:8`. @throws Problem for what is not of that form. */
export const askedChanges = (change: string | undefined): SupposedScore[] => {
  const asked = change?.split(',').filter((part) => part !== '') ?? [];
  if (asked.length === 0) {
    throw invalidRequest(
      'Cần ít nhất một thay đổi: change=VN63-46:land:7.5',
      'At least one change is needed: change=VN63-46:land:7.5',
    );
  }
  return asked.map((part) => {
    const [unit = '', component = '', text = '', ...more] = part.split(':');
    const value = numberOf(text);
    if (unit !== '' && component !== '' && value !== undefined && more.length === 0) return { unit, component, value };
    throw invalidParameter(
      'change',
      `"${part}" không có dạng đơn vị:thành phần:điểm, như VN63-46:land:7.5`,
      `"${part}" is not unit:component:value, such as VN63-46:land:7.5`,
    );
  });
};

/** @throws Problem that names every change that cannot be supposed, with what was perhaps meant. */
export const requireSupposable = (
  figures: ReleaseFigures,
  weighing: Weighing,
  supposed: readonly SupposedScore[],
): void => {
  const faults = supposedFaults(figures, weighing, supposed);
  if (faults.length === 0) return;
  throw new Problem(
    400,
    'invalid-parameter',
    {
      vi: faults.map(({ message_vi }) => message_vi).join('; '),
      en: faults.map(({ message_en }) => message_en).join('; '),
    },
    { errors: faults.map((fault) => ({ parameter: 'change', ...fault })) },
  );
};
