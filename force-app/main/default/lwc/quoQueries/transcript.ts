import { OBJECTS, TRANSCRIPT } from 'c/quoSchema';

/** What was said on the call that a Task tells of: a record for each part. Variable: `task`. */
export function transcriptQuery(): string {
    return `query quoTranscript($task: String) { uiapi { query {
        transcripts: ${OBJECTS.transcript}(
            first: 200
            where: { ${TRANSCRIPT.taskId}: { eq: $task } }
            orderBy: { ${TRANSCRIPT.part}: { order: ASC, nulls: LAST } }
        ) { edges { node {
            Id
            part: ${TRANSCRIPT.part} { value }
            lines: ${TRANSCRIPT.lines} { value }
        } } }
    } } }`;
}
