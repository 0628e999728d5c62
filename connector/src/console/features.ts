import type { AccessTable } from './guard.ts';
import { audit } from './audit/audit.feature.ts';
import { completeness } from './completeness/completeness.feature.ts';
import { connections } from './connections/connections.feature.ts';
import { contactSync } from './contact-sync/contact-sync.feature.ts';
import type { ConsoleFeature } from './feature.ts';
import { listening } from './listening/listening.feature.ts';
import { monitoring } from './monitoring/monitoring.feature.ts';
import { preferences } from './preferences/preferences.feature.ts';
import { quality } from './quality/quality.feature.ts';

/** All that the console has. The bar of tabs, the routes and the test of who may ask for them come from here. */
export const FEATURES: readonly ConsoleFeature[] = [
    monitoring,
    completeness,
    quality,
    contactSync,
    listening,
    preferences,
    connections,
    audit
];

/** The table of the console's doors. */
export const ACCESS: AccessTable = Object.assign({}, ...FEATURES.map(({ access }) => access)) as AccessTable;
