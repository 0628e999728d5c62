import type { People } from 'sandbox-day/people.ts';
import type { Keys } from './api/gate.ts';
import type { V1Errors } from './api/envelope.ts';
import type { Faults } from './control/faults.ts';
import type { Tally } from './control/tally.ts';
import type { Links } from './media/links.ts';
import type { Publish } from './sender/publish.ts';
import type { Sender } from './sender/sender.ts';
import type { Cast } from './world/cast.ts';
import type { World } from './world/world.ts';

/** What the control address may change while it runs. */
export interface Settings {
    v1Errors: V1Errors;
    /** Real seconds for each second of Quo's retry schedule. */
    retryScale: number;
    recordingLifetimeSeconds: number;
    /** Takes a second contact with the same source and external id, which Quo says that it does not. */
    takesDoubles: boolean;
}

/** Everything that the surfaces of one simulated Quo share. */
export interface Sandbox {
    readonly world: World;
    readonly people: People;
    readonly cast: Cast;
    readonly sender: Sender;
    readonly publish: Publish;
    readonly links: Links;
    readonly keys: Keys;
    readonly settings: Settings;
    readonly faults: Faults;
    readonly tally: Tally;
    /** Recordings and voicemails that somebody deleted in Quo. */
    readonly deletedRecordings: Set<string>;
    readonly now: () => number;
}
