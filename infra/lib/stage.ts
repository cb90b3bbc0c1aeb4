import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES } from '@chi-so/contract/routes';
import * as z from 'zod';

const STAGES = join(import.meta.dirname, '..', 'stages');

/** Where CloudFront looks for certificates and for what protects it. */
export const EDGE_REGION = 'us-east-1';

/** A program that writes by itself: what it may do, and whose releases and plans are its own (`*`: everybody's). */
const machineClientSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  scopes: z.array(z.enum(SCOPES)).min(1),
  unit_sets: z.array(z.string().regex(/^(\*|[A-Z]{2}\d+-[A-Za-z0-9-]+)$/)).min(1),
});

/** What one deployment is. Whatever differs from one to the next is here; all else is the same for all. */
const stageSchema = z
  .strictObject({
    /** Twelve digits, and a Region; without them the stage takes those of the credentials that deploy it. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    region: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
      .optional(),
    /** A provider of one's own: whose tokens are taken, and made for whom; without: the stage has a pool of users. */
    tokens: z.strictObject({ issuer: z.url({ protocol: /^https$/ }), audience: z.string().min(1) }).optional(),
    /** Whether the pool looks out for stolen passwords and odd sign-ins: another tier, see docs/decisions/0051. */
    threatProtection: z.boolean().default(false),
    machineClients: z.array(machineClientSchema).default([]),
    /** The name that readers know, and its certificate (in us-east-1, where CloudFront looks); without: CloudFront's own. */
    domain: z
      .strictObject({
        name: z.hostname(),
        certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\//),
      })
      .optional(),
    /** Raised by one to have the secret between CloudFront and the API made anew; see docs/runbook.md. */
    originSecret: z.int().positive().default(1),
    /** Who is told when an alarm rings; AWS first asks that address whether it wants to know. None: alarms are only shown. */
    alarmEmail: z.email().optional(),
    /** Whether whoever drafted a revision may not publish it: a figure is then official by two people. */
    fourEyes: z.boolean().default(false),
    /** For how many days an export of Records is kept; the first thirty of them at hand, then in cheaper storage. */
    exportsKeptDays: z.int().min(60).default(400),
    /** Requests of one address in five minutes; beyond, it is refused until it asks for less. */
    requestsPerAddress: z.int().min(100).default(3000),
    /** Hosts of publishers that files may be fetched from; none: nothing is fetched. */
    fetchAllowedHosts: z.array(z.hostname()),
  })
  .refine(({ tokens, machineClients }) => tokens === undefined || machineClients.length === 0, {
    path: ['machineClients'],
    error: 'are of the pool, which a stage with tokens of another issuer has not',
  })
  .refine(({ machineClients }) => new Set(machineClients.map(({ name }) => name)).size === machineClients.length, {
    path: ['machineClients'],
    error: 'each need a name of their own',
  });

export type Stage = z.infer<typeof stageSchema> & {
  /** The name of its file in `infra/stages`; part of the name of every stack. */
  name: string;
};

/** Reads `infra/stages/<name>.json`. Throws, naming the file and each key, where it is not what a stage is. */
export const readStage = (name: string, folder = STAGES): Stage => {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name)) {
    throw new Error(`"${name}" cannot be a stage: lower-case letters, digits and hyphens, at most 20`);
  }
  const file = join(folder, `${name}.json`);
  const stage = stageSchema.safeParse(parsed(file));
  if (!stage.success) throw new Error(`${file} is no stage:\n${z.prettifyError(stage.error)}`);
  return { name, ...stage.data };
};

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
};
