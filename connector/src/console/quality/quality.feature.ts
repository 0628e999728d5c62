import type { ConsoleFeature } from '../feature.ts';
import { qualityRoutes } from './quality.routes.ts';

/** Records whose data keeps numbers from being matched, and a number to be forgotten. */
export const quality: ConsoleFeature = {
    tabs: [{ key: 'quality', path: '/quality' }],
    routes: qualityRoutes,
    access: {
        'GET /console/:connection/quality': 'admin',
        'POST /console/:connection/forget': 'admin'
    }
};
