import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Failure } from '../data/failure.ts';
import { AnalysisState } from './analysis-state.tsx';

const said = (error: Failure) =>
  renderToString(
    <AnalysisState answer={{ value: null, current: null, isLoading: false, error, retry: () => undefined }} />,
  );

it('says the title and the sentence of a refusal, and only the sentence of one that has no title', () => {
  const problem = { title: 'Thiếu trọng số', detail: 'Chưa biết trọng số' };

  expect(said(new Failure('problem', 422, problem as never))).toContain('Thiếu trọng số: Chưa biết trọng số.');
  expect(said(new Failure('gateway', 404))).not.toContain('undefined');
});
