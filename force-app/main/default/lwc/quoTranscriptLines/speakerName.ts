import { transcript as labels } from 'c/quoLabels';
import type { Line } from './lines';

/** Who speaks, or at least on which side, as far as either was told. */
export function speakerName({ who, side }: Pick<Line, 'who' | 'side'>): string {
    if (who || !side) return who;
    return side === 'us' ? labels.us : labels.them;
}
