import type { TestProject } from 'vitest/node';
import { provideStack } from './provided-stack.ts';

/** A database and a bucket for tests that bring tables of their own, and so may run side by side. */
export default async (project: TestProject): Promise<() => Promise<void>> => (await provideStack(project)).stop;
