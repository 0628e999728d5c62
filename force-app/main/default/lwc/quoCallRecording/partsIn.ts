import type { TranscriptPart } from 'c/quoTranscriptLines';

interface PartNode {
    readonly part?: { readonly value?: number | null } | null;
    readonly lines?: { readonly value?: string | null } | null;
}

/** What the org answers to `transcriptQuery`. */
export interface TranscriptResponse {
    readonly uiapi?: {
        readonly query?: { readonly transcripts?: { readonly edges?: readonly { readonly node: PartNode }[] } | null };
    };
}

/** @returns nothing when the org did not say */
export function partsIn(response: TranscriptResponse | undefined): readonly TranscriptPart[] | undefined {
    return response?.uiapi?.query?.transcripts?.edges?.map(({ node }) => ({
        part: node.part?.value ?? 1,
        lines: node.lines?.value ?? undefined
    }));
}
