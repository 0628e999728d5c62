import { api, LightningElement } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { linkText, safeUrl } from 'c/quoLinks';

export interface ChatEntry {
    /** True for what our side wrote or said. */
    readonly outgoing: boolean;
    readonly author: string;
    readonly text: string;
    /** ISO instant, where it is known. */
    readonly at?: string;
    /** Else the time as it was written. */
    readonly time?: string;
    readonly links?: readonly string[];
}

interface Link {
    readonly key: string;
    readonly url: string | undefined;
    readonly label: string;
}

interface Bubble {
    readonly key: string;
    readonly itemClass: string;
    readonly textClass: string;
    readonly author: string;
    readonly text: string;
    readonly at?: string;
    readonly time?: string;
    readonly links: readonly Link[];
}

/** An address that is not safe to follow is shown as it was typed. */
function linkOf(typed: string, index: number): Link {
    const url = safeUrl(typed);
    return { key: String(index), url, label: url ? linkText(url) : typed };
}

function bubbleOf(entry: ChatEntry, index: number): Bubble {
    const side = entry.outgoing ? 'outbound' : 'inbound';
    return {
        key: String(index),
        itemClass: `slds-chat-listitem slds-chat-listitem_${side}`,
        textClass: `slds-chat-message__text slds-chat-message__text_${side}`,
        author: entry.author,
        text: entry.text,
        ...(entry.at ? { at: entry.at } : { time: entry.time ?? '' }),
        links: (entry.links ?? []).map(linkOf)
    };
}

/** Messages or a transcript as bubbles, in the order given: theirs on one side, ours on the other. */
export default class QuoChat extends LightningElement {
    timeZone = TIME_ZONE;

    /** Names the list for those who do not see it. */
    @api label = '';
    @api entries: readonly ChatEntry[] = [];

    get bubbles(): Bubble[] {
        return this.entries.map(bubbleOf);
    }
}
