import { readTables } from '@chi-so/ingestion/tables/workbook-tables';
import { DEPARTMENT_RESULTS, DISTRICT_RESULTS, fill } from '@chi-so/ingestion/template/filled-scorecard';
import { province, scorecard, type Target } from '@chi-so/ingestion/template/template-fixtures';
import { describe, expect, it } from 'vitest';
import { type CellInput, xlsx } from '../fixtures/xlsx.ts';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** A scorecard as a province uses it: fetched, filled by hand, sent back, published. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
const token = tokens.all;

/** The empty cells of the template, filled as a person fills them: by the ids at the top and at the left. */
const filled = async (template: Buffer): Promise<Buffer> => {
  const sheets = (await readTables(template)).map(({ sheet, rows }) => {
    const cells: CellInput[][] = rows.map((row) => {
      const line: CellInput[] = [];
      for (const { column, value } of row) line[column] = value;
      return Array.from(line, (value) => value ?? null);
    });
    const stage = cells.map(([first]) => /^# stage: (.+)$/.exec(String(first))?.[1]).find(Boolean) ?? 'result';
    const units = cells[0] ?? [];
    for (const row of cells) {
      const component = String(row[0] ?? '');
      if (!/^(c\d-\d|b\d|p\d)$/.test(component)) continue;
      for (const [column, unit] of units.entries()) {
        if (!String(unit).startsWith('TEST.')) continue;
        row[column] = fill({ unit: String(unit), component, figure: 'score', stage: stage as Target['stage'] });
      }
    }
    return { name: sheet ?? '', cells };
  });
  return xlsx(sheets);
};

describe('a scorecard of 21 departments and nine districts', () => {
  it('goes from the template by hand to the rankings, percentages and counts that were made by hand', async () => {
    const unitSet = province();
    const methodology = scorecard();
    expect((await send('PUT', '/v1/unit-sets/TEST', { token, body: unitSet })).status).toBe(201);
    const saved = await send('PUT', `/v1/indices/cchc/methodologies/${methodology.methodology}`, {
      token,
      body: methodology,
    });
    expect(saved.body.errors ?? []).toEqual([]);

    const template = await fetch(`${url}/v1/releases/cchc/2023/template.xlsx?set=TEST`);
    expect(template.status).toBe(200);
    const bytes = await filled(Buffer.from(await template.arrayBuffer()));
    const response = await fetch(`${url}/v1/releases/cchc/2023?set=TEST`, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    });
    const draft = (await response.json()) as Json;
    expect(draft.errors ?? draft.meta.findings.filter(({ severity }: Json) => severity !== 'info')).toEqual([]);
    expect([response.status, draft.meta.layout]).toEqual([201, 'template']);
    expect(new Set(draft.data.map(({ stage }: Json) => stage))).toEqual(new Set(['result', 'self', 'appraisal-1']));

    const published = await send('POST', `/v1/releases/cchc/2023/revisions/${draft.meta.revision}/publish?set=TEST`, {
      token,
      body: {},
    });
    expect(published.status).toBe(200);
    for (const [group, results, scored] of [
      ['departments', DEPARTMENT_RESULTS, 20],
      ['districts', DISTRICT_RESULTS, 9],
    ] as const) {
      const ranking = await eventually(
        () => send('GET', `/v1/rankings/cchc/2023?set=TEST&group=${group}`),
        ({ status }) => status === 200,
        20_000,
      );
      const rows = ranking.body.data.map(({ unit, score, maximum, percent, rank, grade }: Json) => [
        unit.slice('TEST.'.length),
        score,
        maximum,
        percent,
        rank,
        grade,
      ]);
      expect(rows).toEqual(results);
      expect(ranking.body.meta.coverage[group]).toEqual({ population: results.length, scored, rank_of: scored });
    }
  });
});
