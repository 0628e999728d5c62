import type { Translation } from '../../translation.ts';
import type { RECORD_ERRORS as ENGLISH } from '../../en/errors/salesforce-records.ts';

/** One record could not be written. */
export const RECORD_ERRORS: Translation<typeof ENGLISH> = {
    'SF-ROW-LOCK': {
        sentence: 'L’enregistrement était verrouillé par une autre modification ({seen}).',
        action: 'Rien à faire : il sera écrit de nouveau dans un instant.'
    },
    'SF-RECORD-TROUBLE': {
        sentence: 'Salesforce n’a pas pu enregistrer, pour une raison qui lui est propre ({seen}).',
        action: 'Rien à faire : un nouvel essai se fait tout seul.'
    },
    'SF-KEY-RACE': {
        sentence: 'Le même enregistrement était écrit deux fois au même instant ({seen}).',
        action: 'Rien à faire : il est écrit de nouveau et n’en fait qu’un.'
    },
    'SF-PARENT': {
        sentence: 'L’enregistrement auquel celui-ci appartient n’est pas encore dans Salesforce ({seen}).',
        action: 'Rien à faire si l’autre enregistrement passe; sinon, corrigez celui-là.'
    },
    'SF-REFERENCE': {
        sentence:
            'Une personne ou un enregistrement auquel cette activité est liée n’existe plus, a été converti ou est inaccessible ({seen}).',
        action: 'Rien à faire : la recherche de la personne recommence. Si cela reste, vérifiez que l’utilisateur d’intégration peut voir cette personne, et ce qu’un flux de l’organisation donne à une file d’attente : il doit en être membre.'
    },
    'SF-ANSWER-FIELD': {
        sentence:
            'Une réponse n’entre pas dans le champ qui lui est associé ({seen}); la fiche a été écrite sans elle.',
        action: 'Associez la question à un autre champ, ou modifiez le champ : son type, ses valeurs, le droit de le modifier. Réessayez ensuite.'
    },
    'SF-OWNER-INACTIVE': {
        sentence: 'Le propriétaire de cette activité est inactif dans Salesforce ({seen}).',
        action: 'Choisissez un propriétaire de repli actif dans les préférences, ou activez l’utilisateur.'
    },
    'SF-DUPLICATE-RULE': {
        sentence: 'Une règle de doublons de l’organisation désigne un enregistrement déjà existant ({seen}).',
        action: 'Rien à faire : l’enregistrement désigné est utilisé. Si aucun ne l’est, donnez-y accès à l’utilisateur d’intégration ou assouplissez la règle.'
    },
    'SF-DUPLICATE-VALUE': {
        sentence: 'Un autre enregistrement a déjà une valeur qui doit être unique ({seen}).',
        action: 'Trouvez l’autre enregistrement dans Salesforce, corrigez la valeur, puis réessayez.'
    },
    'SF-SEVERAL': {
        sentence: 'Plusieurs enregistrements Salesforce portent la même clé Quo ({seen}).',
        action: 'Supprimez les enregistrements en trop ou rétablissez l’unicité du champ de clé, puis réessayez.'
    },
    'SF-REQUIRED-FIELD': {
        sentence: 'L’organisation exige un champ que le connecteur ne remplit pas ({seen}).',
        action: 'Choisissez-lui une valeur dans les préférences, sous Autres champs, donnez-lui une valeur par défaut dans Salesforce, ou rendez-le facultatif; puis réessayez.'
    },
    'SF-VALIDATION-RULE': {
        sentence: 'Une règle de validation de l’organisation refuse l’enregistrement ({seen}).',
        action: 'Exemptez l’utilisateur d’intégration de la règle, puis réessayez.'
    },
    'SF-AUTOMATION': {
        sentence: 'Un flux ou un déclencheur de l’organisation a arrêté l’enregistrement ({seen}).',
        action: 'Corrigez le flux ou le déclencheur que le message nomme, ou exemptez-en l’utilisateur d’intégration, puis réessayez.'
    },
    'SF-TOO-LONG': {
        sentence: 'Une valeur est plus longue que son champ Salesforce ({seen}).',
        action: 'Rétablissez la longueur du champ telle que le paquet l’installe, puis réessayez.'
    },
    'SF-PICKLIST': {
        sentence: 'L’organisation n’a pas cette valeur de liste de sélection ({seen}).',
        action: 'Ajoutez la valeur à la liste ou au type d’enregistrement de l’utilisateur d’intégration, puis réessayez.'
    },
    'SF-BAD-VALUE': {
        sentence: 'Salesforce n’accepte pas une valeur de cet enregistrement ({seen}).',
        action: 'Vérifiez le type du champ que le message nomme, puis réessayez.'
    },
    'SF-RECORD-RIGHT': {
        sentence: 'L’utilisateur d’intégration n’a pas le droit d’écrire cet enregistrement ({seen}).',
        action: 'Accordez-lui la création et la modification sur l’objet et sur les enregistrements liés; la liste de vérification dit lesquels. Là où un flux de l’organisation donne des activités ou des pistes à une file d’attente, il doit en être membre. Puis relancez.'
    },
    'SF-DELETE-RIGHT': {
        sentence: 'L’utilisateur d’intégration n’a pas le droit de supprimer une activité devenue inutile ({seen}).',
        action: 'Permettez-lui de supprimer ses propres tâches, ou supprimez-les à la main dans Salesforce.'
    },
    'SF-RECORD-TYPE': {
        sentence:
            'L’utilisateur d’intégration ne peut pas utiliser le type d’enregistrement choisi dans les préférences ({seen}).',
        action: 'Donnez-lui ce type par un ensemble d’autorisations, ou choisissez-en un autre dans les préférences, puis réessayez.'
    },
    'SF-LEAD-REFUSED': {
        sentence: 'Une règle de l’organisation refuse les pistes des appelants inconnus : {seen}',
        action: 'Les appels sont consignés sans piste. Choisissez dans les préférences ce que la règle demande, ou exemptez-en l’utilisateur d’intégration, puis réessayez : les pistes sont créées.'
    },
    'SF-REFUSED': {
        sentence: 'Salesforce a refusé cet enregistrement ({seen}).',
        action: 'Corrigez ce que le message nomme, puis réessayez.'
    }
};
