import { api, LightningElement } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fillLabel, photo as photoLabels, timeline as labels } from 'c/quoLabels';
import { linkText, safeUrl, viewedBy } from 'c/quoLinks';

export interface Attachment {
    readonly url: string;
    /** MIME type, where it was told. */
    readonly type?: string | undefined;
}

export interface ChatEntry {
    /** True for what our side wrote or said. */
    readonly outgoing: boolean;
    readonly author: string;
    readonly text: string;
    /** ISO instant, where it is known. */
    readonly at?: string;
    /** Else the time as it was written. */
    readonly time?: string;
    readonly attachments?: readonly Attachment[];
    /** How it did not arrive. */
    readonly state?: 'undelivered' | 'failed';
}

interface Link {
    readonly key: string;
    readonly url: string | undefined;
    readonly label: string;
}

interface Photo {
    readonly key: string;
    readonly url: string;
    readonly name: string;
}

/** Words, or a line that is an address. */
interface Piece extends Partial<Link> {
    readonly key: string;
    readonly text: string;
}

interface Bubble {
    readonly key: string;
    readonly itemClass: string;
    readonly textClass: string;
    readonly author: string;
    readonly pieces: readonly Piece[];
    readonly at?: string;
    readonly time?: string;
    readonly state: string;
    readonly attachments: readonly Link[];
    readonly photos: readonly Photo[];
}

const STATES = { undelivered: labels.undelivered, failed: labels.failed } as const;

/** An address that is not safe to follow is shown as it was typed. */
function linkOf({ url: typed, type }: Attachment, index: number): Link {
    const url = safeUrl(typed);
    const label = url ? linkText(url) : typed;
    return { key: String(index), url: url && viewedBy(url, USER_ID), label: type ? `${label} (${type})` : label };
}

/** The words in their order, with each line that is an address and nothing else as a link. */
function piecesOf(text: string): readonly Piece[] {
    const pieces: Piece[] = [];
    let words: string[] = [];
    const close = (): void => {
        if (words.some((line) => line !== '')) pieces.push({ key: String(pieces.length), text: words.join('\n') });
        words = [];
    };
    for (const line of text.split('\n')) {
        const url = safeUrl(line);
        if (url === undefined) words.push(line);
        else {
            close();
            pieces.push({ key: String(pieces.length), text: line, url, label: linkText(url) });
        }
    }
    close();
    return pieces;
}

/** What was told to be a picture is one, and nothing is by what its address looks like. */
function isPhoto({ url, type }: Attachment): boolean {
    return type?.startsWith('image/') === true && safeUrl(url) !== undefined;
}

function photosOf(from: string, photos: readonly Attachment[]): readonly Photo[] {
    const author = from || labels.unknownCaller;
    return photos.map(({ url }, index) => ({
        key: String(index),
        url,
        name:
            photos.length > 1
                ? fillLabel(photoLabels.numbered, index + 1, photos.length, author)
                : fillLabel(photoLabels.alt, author)
    }));
}

function bubbleOf(entry: ChatEntry, index: number): Bubble {
    const side = entry.outgoing ? 'outbound' : 'inbound';
    const { attachments = [] } = entry;
    return {
        key: String(index),
        itemClass: `slds-chat-listitem slds-chat-listitem_${side}`,
        textClass: `slds-chat-message__text slds-chat-message__text_${side}`,
        author: entry.author,
        pieces: piecesOf(entry.text),
        state: entry.state ? STATES[entry.state] : '',
        ...(entry.at ? { at: entry.at } : { time: entry.time ?? '' }),
        attachments: attachments.filter((one) => !isPhoto(one)).map(linkOf),
        photos: photosOf(entry.author, attachments.filter(isPhoto))
    };
}

/** Messages as bubbles, in the order given: theirs on one side, ours on the other. */
export default class QuoChat extends LightningElement {
    labels = labels;
    timeZone = TIME_ZONE;

    /** Names the list for those who do not see it. */
    @api label = '';
    @api entries: readonly ChatEntry[] = [];

    get bubbles(): Bubble[] {
        return this.entries.map(bubbleOf);
    }
}
