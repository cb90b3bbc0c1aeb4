import * as z from 'zod';
import { Component, Degraded, Message, MethodologyId, Unit, UnitName, Version } from './fields.ts';
import { named } from './named.ts';
import { Publication, releaseFields } from './ranking-schemas.ts';

/** What the answers of `/v1/analysis` have in common. */

export const points = (description: string, ...examples: number[]) =>
  z.number().nullable().meta({ description, examples });

export const Weights = named(
  'Weights',
  z.strictObject({
    certainty: z.enum(['confirmed', 'derived']),
    source: z.string().meta({ description: 'Where they come from' }),
  }),
  'How certain it is how components make the total; `derived`: no statement of the publisher was found (trọng số)',
);

/** Where the figures come from, and that what is made of them is ours. */
export const analysisFields = {
  ...releaseFields,
  certainty: z.literal('derived').meta({ description: 'Computed here, not published (suy ra)' }),
  notes: z.array(Message).meta({ description: 'What a reader must know, in the asked language (ghi chú)' }),
  degraded: Degraded,
};

/** Where the figures of the earlier period come from. */
export const earlierFields = {
  publication_before: Publication.nullable().meta({ description: 'The log entry of the earlier period; null: none' }),
  methodology_before: z.strictObject({ methodology: MethodologyId, version: Version }).nullable(),
};

/** The unit that is analysed. */
export const analysedUnit = { unit: Unit, unit_name: UnitName };

export const NotCompared = z.strictObject({ component: Component, component_name: z.string(), reason: z.string() });

export const Sentences = z.array(Message).meta({
  description:
    'What the figures say, to quote in a report, in the asked language: differences and their sizes, never causes (câu văn)',
  examples: [['Tổng điểm năm 2019 của Thừa Thiên Huế tăng 2,990307 điểm so với năm 2018, từ 63,508961 lên 66,499268.']],
});
