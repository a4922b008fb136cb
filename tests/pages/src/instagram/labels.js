// Instagram's labels in the three languages. "…" and "..." both occur on the site; the fixture uses one of each.
import { language } from "../page-query.js";

const LABELS = {
  en: { comment: "Add a comment…", post: "Post", follow: "Follow", following: "Following" },
  es: { comment: "Agrega un comentario...", post: "Publicar", follow: "Seguir", following: "Siguiendo" },
  "pt-BR": { comment: "Adicione um comentário...", post: "Publicar", follow: "Seguir", following: "Seguindo" },
};

export const labels = LABELS[language] ?? LABELS.en;
