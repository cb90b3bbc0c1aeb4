import { createClient, given } from './src/client.ts';
import { changesSince } from './src/pages.ts';

/** `node packages/client/example.ts http://localhost:3000`: where Thừa Thiên Huế stood, and what was published lately. */
const [baseUrl = 'http://localhost:3000'] = process.argv.slice(2);
const client = createClient({ baseUrl, lang: 'en' });

const { data: ranking, meta } = await given(
  client.GET('/v1/rankings/{index}/{period}', { params: { path: { index: 'pci', period: '2019' } } }),
);
const hue = ranking.find(({ unit }) => unit === 'VN63-46');
console.log(`${hue?.unit_name}: ${hue?.score} points, rank ${hue?.rank} of ${hue?.rank_of} (${meta.citation})`);

const { data: series } = await given(
  client.GET('/v1/series', { params: { query: { index: 'pci', unit: 'VN63-46', from: '2015', to: '2019' } } }),
);
for (const { period, score, rank } of series) console.log(`${period}: ${score}, rank ${rank}`);

let published = 0;
for await (const { action } of changesSince(client)) if (action === 'published') published++;
console.log(`${published} releases published so far`);
