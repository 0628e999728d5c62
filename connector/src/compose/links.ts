import type { ConnectionsDeps } from '../application/connections/open-connections.ts';
import { attachmentLinks, type AttachmentLinks } from '../web/attachments/attachment-links.ts';
import { dayOf, recordingLinks, type RecordingLinks } from '../web/recordings/recording-links.ts';

/** Lasting links to what Quo keeps, and the addresses that are written with them. */
export interface Links extends Pick<ConnectionsDeps, 'recordingUrl' | 'attachmentUrl'> {
    readonly links: RecordingLinks;
    readonly attachmentLinks: AttachmentLinks;
}

/** @param key changing it ends every link that was ever written */
export function openLinks(publicUrl: () => string, key: string): Links {
    const [links, shown] = [recordingLinks(publicUrl, key), attachmentLinks(publicUrl, key)];
    return {
        links,
        attachmentLinks: shown,
        recordingUrl: (connection, callId, n, inPlace, offset) =>
            links.url({ connection, callId, n }, made(inPlace), offset),
        attachmentUrl: (connection, attachment, inPlace) => shown.url({ connection, ...attachment }, made(inPlace))
    };
}

type InPlace = Parameters<ConnectionsDeps['attachmentUrl']>[2];

function made(inPlace: InPlace): { readonly day: number; readonly generation: string } | undefined {
    return inPlace && { day: dayOf(inPlace.startedAt), generation: inPlace.generation };
}
