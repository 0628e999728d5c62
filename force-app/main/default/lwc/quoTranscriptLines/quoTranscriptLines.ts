/** What was said on a call, line by line, from the records that hold it; and what a player asks of such lines. */
export { readFormerTranscript } from './formerTranscript';
export { speakerLanes } from './lanes';
export type { Lane } from './lanes';
export { readLines } from './lines';
export type { Line, TranscriptPart } from './lines';
export { speakerName } from './speakerName';
export { lineAt, silencesOf } from './timing';
export { hitsIn, piecesOf } from './searching';
export type { Piece } from './searching';
