import type { ConsoleFeature } from '../feature.ts';
import { monitoringRoutes } from './monitoring.routes.ts';

/** How a connection is doing, its activities, and what waits for a person. */
export const monitoring: ConsoleFeature = {
    tabs: [
        { key: 'health', path: '' },
        { key: 'activities', path: '/activities' },
        { key: 'parked', path: '/parked' }
    ],
    routes: monitoringRoutes
};
