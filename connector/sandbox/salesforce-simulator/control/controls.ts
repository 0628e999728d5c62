import type { LiveOrg } from '../http/live-org.ts';
import { automationControls } from './automation-controls.ts';
import { faultControls } from './fault-controls.ts';
import { recordControls } from './record-controls.ts';
import { ruleControls } from './rule-controls.ts';
import { peopleControls } from './people-controls.ts';
import { sessionControls } from './session-controls.ts';

/** One thing that a script can ask for. */
export interface Control {
    /** Method and path: `POST /faults`. */
    readonly at: string;
    readonly does: string;
    /** @returns what is answered; nothing: `{"done":true}` */
    readonly run: (live: LiveOrg, body: Record<string, unknown>, query: URLSearchParams) => unknown;
}

export const CONTROLS: readonly Control[] = [
    ...recordControls,
    ...faultControls,
    ...sessionControls,
    ...peopleControls,
    ...ruleControls,
    ...automationControls,
    { at: 'POST /reset', does: 'Starts over with the seed; sessions stay.', run: (live) => live.reset() }
];
