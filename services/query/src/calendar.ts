import { type Expectation, expectedReleases } from '@chi-so/domain/calendar';
import { dayInVietnam } from '@chi-so/domain/day';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { listIndicesWithMethodologies } from '@chi-so/storage/catalogue';
import { listReleases } from '@chi-so/storage/releases';
import type { Tables } from './tables.ts';

/**
 * `GET /v1/calendar`: of each index the latest published period, what is expected next, and what is overdue. The months
 * are derived from past dates, and each row says so; where no rhythm is known nothing is expected.
 */
export const getCalendar = async (tables: Tables, request: Request, now: Date): Promise<Answer> => {
  parameters(request.query, []);
  return { body: { data: await rows(tables, request, now), meta: {}, next: null } };
};

/** `GET /v1/calendar.ics`: the same as a calendar to subscribe to: a span of days for each release to come. */
export const getCalendarFile = async (tables: Tables, request: Request, now: Date): Promise<Answer> => {
  parameters(request.query, []);
  const events = (await rows(tables, request, now)).flatMap(({ next_expected, ...row }) =>
    next_expected ? [event(row, next_expected, now)] : [],
  );
  return {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
    body: ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Chi So//calendar//VI', ...events, 'END:VCALENDAR', ''].join(
      '\r\n',
    ),
  };
};

const rows = async ({ records }: Tables, { lang }: Request, now: Date) => {
  const today = dayInVietnam(now);
  const [indices, releases] = await Promise.all([listIndicesWithMethodologies(records), listReleases(records)]);
  return expectedReleases(indices, releases, today).map(({ index, unit_set, latest, calendar, expected }) => ({
    index: index.index,
    index_name: lang === 'vi' ? index.name_vi : index.name_en,
    unit_set,
    latest_period: latest?.period ?? null,
    published_on: latest?.published_on ?? null,
    next_expected: expected,
    certainty: calendar?.certainty ?? 'unknown',
    source: (lang === 'en' ? calendar?.source_en : undefined) ?? calendar?.source ?? null,
  }));
};

type Row = Omit<Awaited<ReturnType<typeof rows>>[number], 'next_expected'>;

/** All-day event, RFC 5545: the end is the day after the last. */
const event = ({ index, index_name, unit_set, source }: Row, { period, from, to }: Expectation, now: Date): string =>
  [
    'BEGIN:VEVENT',
    `UID:${[index, unit_set, period].filter(Boolean).join('-')}@chi-so`,
    // Of the day, not of the second: what says the same is the same file, for caches and for those who subscribe.
    `DTSTAMP:${compact(dayInVietnam(now))}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(to))}`,
    ...folded(`SUMMARY:${escaped([index_name, unit_set, period].filter(Boolean).join(' '))}`),
    ...folded(`DESCRIPTION:${escaped(source ?? '')}`),
    'END:VEVENT',
  ].join('\r\n');

const compact = (time: string): string => time.replace(/[-:]/g, '');
const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10);
const escaped = (text: string): string => text.replace(/[\\;,]/g, (char) => `\\${char}`).replaceAll('\n', '\\n');

/** Lines of at most 75 octets; a longer one goes on in the next, after a blank, and never inside a letter. */
const folded = (line: string): string[] => {
  const lines = [''];
  for (const char of line) {
    const last = lines.at(-1) ?? '';
    if (Buffer.byteLength(last + char) <= 74) lines[lines.length - 1] = last + char;
    else lines.push(` ${char}`);
  }
  return lines;
};
