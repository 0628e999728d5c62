import { ANSWER, OBJECTS } from 'c/quoSchema';

/** What the caller told Sona, in order. Variable: `call`. */
export function answersQuery(): string {
    return `query sonaAnswers($call: ID) { uiapi { query {
        answers: ${OBJECTS.sonaAnswer}(
            first: 500
            where: { ${ANSWER.call}: { eq: $call } }
            orderBy: { ${ANSWER.position}: { order: ASC, nulls: LAST } }
        ) { edges { node {
            Id
            job: ${ANSWER.job} { value }
            question: ${ANSWER.question} { value }
            answer: ${ANSWER.answer} { value }
            fullAnswer: ${ANSWER.fullAnswer} { value }
            type: ${ANSWER.type} { value }
        } } }
    } } }`;
}
