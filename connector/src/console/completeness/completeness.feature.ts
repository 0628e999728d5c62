import type { ConsoleFeature } from '../feature.ts';
import { completenessRoutes } from './completeness.routes.ts';

/** Whether everything that Quo has is here. */
export const completeness: ConsoleFeature = {
    tabs: [{ key: 'completeness', path: '/completeness' }],
    routes: completenessRoutes,
    access: {
        'GET /console/:connection/completeness': 'viewer',
        'GET /console/:connection/completeness/days.csv': 'viewer',
        'GET /console/:connection/completeness/missing.csv': 'viewer',
        'POST /console/:connection/gaps/acknowledge': 'admin',
        'POST /console/:connection/gaps/fetch-again': 'admin'
    }
};
