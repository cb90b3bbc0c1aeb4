import type { MethodologyUsed, Provenance } from './provenance.ts';
import { REUSE_NOTE } from './reuse-note.ts';

type Line = { name: string; text: string };

/** Where figures come from, as lines for people to read: what is not known is left out. */
export const sourceLines = ({ citation, source, publication, releases, methodologies, notes }: Provenance): Line[] =>
  [
    line('Trích dẫn / Citation', citation),
    line('Nguồn / Source', source?.title),
    line('Cơ quan công bố / Publisher', source?.publisher),
    line('Văn bản / Document', source?.document),
    line('Ngày công bố / Published on', source?.published_on),
    line('Người ký / Signatory', source?.signatory),
    line('Địa chỉ / Address', source?.url),
    line('Độ chắc chắn / Certainty', source?.certainty),
    line(
      'Công bố tại đây / Publication here',
      publication &&
        `bản / revision ${publication.revision}, mục / entry ${publication.entry}, ${publication.at}${publication.reason ? `: ${publication.reason}` : ''}`,
    ),
    ...releases.map(({ period, unit_set, publisher, title, published_on }) =>
      line(`${period} ${unit_set}`, [publisher, title, published_on].filter(Boolean).join(', ')),
    ),
    ...methodologies.map((one) => line('Phương pháp / Methodology', methodologyText(one))),
    ...notes.map((note) => line('Ghi chú / Note', note)),
    line('Sử dụng lại / Reuse', REUSE_NOTE.vi),
    line('', REUSE_NOTE.en),
  ].flatMap((each) => each ?? []);

const line = (name: string, text: string | null | undefined): Line | undefined =>
  text === null || text === undefined || text === '' ? undefined : { name, text };

/** With the facts that are not confirmed, since those are what a reader must know of. */
const methodologyText = ({ methodology, version, name_vi, name_en, facts }: MethodologyUsed): string => {
  const unsure = Object.entries(facts)
    .filter(([, { certainty }]) => certainty !== 'confirmed')
    .map(([fact, { certainty }]) => `${fact}: ${certainty}`);
  return [`${methodology} (v${version}): ${name_vi} / ${name_en}`, ...unsure].join('\n');
};
