// Instagram's labels in the three languages. "…" and "..." both occur on the site; the fixture uses one of each.
// The words of a story reply and of the bio's button are assumed outside English.
import { language } from "../page-query.js";

const LABELS = {
  en: {
    reply: "Reply",
    comment: "Add a comment…",
    post: "Post",
    follow: "Follow",
    followBack: "Follow Back",
    following: "Following",
    message: "Message...",
    messageButton: "Message",
    send: "Send",
    caption: "Write a caption...",
    share: "Share",
    replyTo: (user) => `Reply to ${user}...`,
    submit: "Submit",
    confirm: "Confirm",
    remove: "Delete",
    picture: (user) => `${user}'s profile picture`,
  },
  es: {
    reply: "Responder",
    comment: "Agrega un comentario...",
    post: "Publicar",
    follow: "Seguir",
    followBack: "Seguir también",
    following: "Siguiendo",
    message: "Mensaje...",
    messageButton: "Mensaje",
    send: "Enviar",
    caption: "Escribe un pie de foto...",
    share: "Compartir",
    replyTo: (user) => `Responder a ${user}...`,
    submit: "Enviar",
    confirm: "Confirmar",
    remove: "Eliminar",
    picture: (user) => `Foto del perfil de ${user}`,
  },
  "pt-BR": {
    reply: "Responder",
    comment: "Adicione um comentário...",
    post: "Publicar",
    follow: "Seguir",
    followBack: "Seguir de volta",
    following: "Seguindo",
    message: "Mensagem...",
    messageButton: "Mensagem",
    send: "Enviar",
    caption: "Escreva uma legenda...",
    share: "Compartilhar",
    replyTo: (user) => `Responder a ${user}...`,
    submit: "Enviar",
    confirm: "Confirmar",
    remove: "Excluir",
    picture: (user) => `Foto do perfil de ${user}`,
  },
};

/** Tests in every language find a control by the name of its label. */
export const labels = window.__labels = LABELS[language] ?? LABELS.en;
