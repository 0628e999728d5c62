import { api, LightningElement } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fillLabel, timeline as labels } from 'c/quoLabels';
import { linkName, safeUrl } from 'c/quoLinks';

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

interface Bubble {
    readonly key: string;
    readonly itemClass: string;
    readonly textClass: string;
    readonly author: string;
    readonly text: string;
    readonly at?: string;
    readonly time?: string;
    readonly links: readonly { readonly url: string; readonly label: string }[];
}

function bubbleOf(entry: ChatEntry, index: number): Bubble {
    const side = entry.outgoing ? 'outbound' : 'inbound';
    const links = (entry.links ?? []).filter((link) => safeUrl(link));
    return {
        key: String(index),
        itemClass: `slds-chat-listitem slds-chat-listitem_${side}`,
        textClass: `slds-chat-message__text slds-chat-message__text_${side}`,
        author: entry.author,
        text: entry.text,
        ...(entry.at ? { at: entry.at } : { time: entry.time ?? '' }),
        links: links.map((url) => ({ url, label: fillLabel(labels.attachment, linkName(url)) }))
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
