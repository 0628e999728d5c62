import type { Instance } from './instance.ts';

export function workingDay(_options: { seed: number; fromMs: number; activities: number }): Instance[] {
    return [];
}
