import type { Translation } from '../../translation.ts';
import type { QUO_ERRORS as ENGLISH } from '../../en/errors/quo.ts';

export const QUO_ERRORS: Translation<typeof ENGLISH> = {
    'QUO-KEY': {
        sentence: 'Quo n’accepte pas la clé d’API : {seen}',
        action: 'Créez une nouvelle clé dans Quo (Paramètres de l’espace → API), entrez-la dans la connexion et attendez une demi-minute.'
    },
    'QUO-OTHER-WORKSPACE': {
        sentence:
            'Ce que le connecteur a enregistré ici appartient à un autre espace Quo que celui auquel mène QUO_API_KEY ({seen}).',
        action: 'Donnez à QUO_API_KEY une clé de l’espace d’avant. Pour un autre espace, partez d’un stockage à part : un DATA_DIR vide ou une autre base de données dans DATABASE_URL.'
    },
    'QUO-KEY-YOUNG': {
        sentence: 'Quo n’accepte pas encore la clé d’API. Une nouvelle clé prend environ 30 secondes à s’activer.',
        action: 'Attendez : un nouvel essai se fait tout seul. Si elle est toujours refusée après une minute, vérifiez qu’elle a été copiée en entier.'
    },
    'QUO-FORBIDDEN': {
        sentence: 'Quo ne permet pas ceci avec cette clé d’API : {seen}',
        action: 'Faites créer la clé par un propriétaire ou un administrateur de l’espace et vérifiez que le forfait Quo comprend ce qui est demandé.'
    },
    'QUO-PLAN': {
        sentence: 'L’abonnement Quo est expiré ou ne comprend pas ceci : {seen}',
        action: 'Renouvelez ou changez le forfait dans Quo (Paramètres de l’espace → Forfait et facturation). Ce qui manque sera redemandé ensuite.'
    },
    'QUO-RATE': {
        sentence: 'Quo répond qu’il y a trop de requêtes (dix par seconde par clé d’API) : {seen}',
        action: 'Ne faites rien si c’est rare : la requête sera refaite. Si c’est fréquent, donnez à cette connexion une clé d’API que rien d’autre n’utilise.'
    },
    'QUO-UNREACHABLE': {
        sentence: 'Quo n’a pas pu être joint : {seen}',
        action: 'Vérifiez que cette machine peut ouvrir des connexions vers api.quo.com. Les requêtes sont refaites toutes seules.'
    },
    'QUO-SERVER': {
        sentence: 'Quo a répondu par une erreur de son côté : {seen}',
        action: 'Ne faites rien : la requête sera refaite plus tard. status.quo.com dit si Quo a des ennuis.'
    },
    'QUO-NOT-FOUND': {
        sentence: 'Quo ne connaît pas ce qui a été demandé : {seen}',
        action: 'L’élément a été supprimé dans Quo ou appartient à un autre espace : vérifiez que la clé d’API est du bon espace.'
    },
    'QUO-CONFLICT': {
        sentence: 'Quo possède déjà un élément de cette identité : {seen}',
        action: 'Ne faites rien : l’élément existant est recherché et utilisé. Si cela revient, cherchez dans Quo un contact qui porte deux fois l’identifiant Salesforce.'
    },
    'QUO-HISTORY': {
        sentence: 'Quo ne liste rien d’une période dont on connaît ici des appels ou des textos : {seen}',
        action: 'L’historique de Quo ne remonte peut-être pas si loin. Cherchez dans Quo ce qui manque, consignez-le à la main, puis prenez acte de la lacune dans Santé.'
    },
    'QUO-REQUEST': {
        sentence: 'Quo a refusé une requête du connecteur : {seen}',
        action: 'C’est sans doute un défaut du connecteur : signalez-le avec cette phrase. Rien d’autre n’est retenu.'
    },
    'QUO-ANSWER': {
        sentence: 'Quo a répondu sous une forme que le connecteur ne connaît pas : {seen}',
        action: 'Vérifiez QUO_API_URL. Si elle est juste, signalez cette phrase : Quo a peut-être changé son API.'
    },
    'QUO-WEBHOOK-ABSENT': {
        sentence: 'Quo a confirmé le webhook {seen}, mais ne le trouve pas.',
        action: 'Réessayez dans une minute. Si cela se répète, créez le webhook avec l’adresse affichée et entrez sa clé de signature.'
    },
    'QUO-WEBHOOK-KEY': {
        sentence: 'Quo a créé le webhook {seen} sans donner de clé de signature.',
        action: 'Renouvelez sa clé à la page de la connexion ou entrez la clé à la main.'
    },
    'QUO-RECORDING-HOST': {
        sentence: 'Quo a donné pour un enregistrement une adresse que le connecteur ne consulte pas : {seen}',
        action: 'Si Quo y a déplacé ses enregistrements, ajoutez cet hôte à ceux de la configuration.'
    }
};
