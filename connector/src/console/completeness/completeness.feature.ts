import type { ConsoleFeature } from '../feature.ts';
import { completenessRoutes } from './completeness.routes.ts';

/** Whether everything that Quo has is here. */
export const completeness: ConsoleFeature = {
    tabs: [],
    routes: completenessRoutes,
    access: {
        'POST /console/:connection/gaps/acknowledge': 'admin',
        'POST /console/:connection/gaps/fetch-again': 'admin'
    }
};
