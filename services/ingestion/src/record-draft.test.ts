import { finding } from '@chi-so/domain/finding';
import { recorded } from '@chi-so/runtime/metrics';
import { linesOf } from '@chi-so/runtime/written-lines';
import { expect, it } from 'vitest';
import { aScene, contentOf } from '../../../test/faults/scene.ts';
import { recordDraft } from './record-draft.ts';

it('a draft counts its figures, and a repeated upload nothing', async () => {
  const scene = await aScene();
  // What making the scene has measured.
  await linesOf(recorded(async () => {}));
  const upload = recorded(() => scene.upload('2020', contentOf([61, 60, 59, 58, 57])));
  const measured = async () => (await linesOf(upload)).map((line) => JSON.parse(line)).filter(({ _aws }) => _aws);

  // Five units, each with a total and two components.
  expect(await measured()).toMatchObject([{ ScoresWritten: 15 }]);
  expect(await measured()).toEqual([]);
});

it('what the gates found is counted by how bad it is', async () => {
  const found = (['warning', 'error', 'warning', 'info'] as const).map((severity) =>
    finding(severity, 'scale', {}, '', ''),
  );
  const [line = ''] = await linesOf(recorded(async () => recordDraft([], found)));

  expect(JSON.parse(line)).toMatchObject({ FindingsError: 1, FindingsWarning: [1, 1], FindingsInfo: 1 });
});
