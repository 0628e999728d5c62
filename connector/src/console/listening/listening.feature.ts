import type { ConsoleFeature } from '../feature.ts';
import { listeningRoutes } from './listening.routes.ts';

/** Who may listen to recordings, and what was ended by hand. */
export const listening: ConsoleFeature = {
    tabs: [{ key: 'listening', path: '/listening' }],
    routes: listeningRoutes
};
