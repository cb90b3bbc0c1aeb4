import type { AuditEntry } from '@chi-so/storage/audit';
import type { ScheduledSource, SourceItems, SourceState } from '@chi-so/storage/sources';

/** Sources in memory, with the conditions of the real ones. */
export const memorySources = (...sources: ScheduledSource[]): SourceItems & { audits: AuditEntry[] } => {
  const configured = new Map(sources.map((source) => [source.source, source]));
  const states = new Map<string, SourceState>();
  const audits: AuditEntry[] = [];
  const follows = (before: { version: number } | undefined, version: number) => version === (before?.version ?? 0) + 1;
  return {
    audits,
    list: async () => [...configured.values()].sort((a, b) => (a.source < b.source ? -1 : 1)),
    get: async (source) => configured.get(source),
    save: async (source, audit) => {
      if (!follows(configured.get(source.source), source.version)) return 'moved';
      configured.set(source.source, source);
      audits.push(audit);
      return 'saved';
    },
    states: async (ids) => ids.flatMap((id) => states.get(id) ?? []),
    putState: async (state) => {
      if (!follows(states.get(state.source), state.version)) return 'refused';
      states.set(state.source, structuredClone(state));
      return 'put';
    },
  };
};
