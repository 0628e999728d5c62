import { FEATURES } from '../../src/console/features.ts';
import { page, type PageContent, type PageFrame } from '../../src/console/ui/layout.ts';

/** A page of a connection as a browser gets it: its content, and the console's own tabs around it. */
export function wholePage({ session, connection }: PageFrame, content: PageContent): string {
    const tabs = FEATURES.flatMap((feature) => feature.tabs);
    return page({ session, ...(connection && { connection }), tabs }, content);
}
