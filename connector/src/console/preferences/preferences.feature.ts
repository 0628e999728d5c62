import type { ConsoleFeature } from '../feature.ts';
import { preferencesRoutes } from './preferences.routes.ts';

/** What an admin chooses, rehearsal, import and export. */
export const preferences: ConsoleFeature = {
    tabs: [{ key: 'preferences', path: '/preferences' }],
    routes: preferencesRoutes
};
