/** Dialogs and drawers: Escape closes, focus returns. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "../text/texts";
import { IconButton } from "./controls";

/** A panel that comes from the side. */
export function Drawer({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className="overlay side"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="drawer">
        <AriaDialog aria-label={title} className="drawer-dialog">
          <div className="drawer-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t("close")} onPress={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A panel in the middle, or at the top and without a heading. */
export function Dialog({
  title,
  onClose,
  place = "middle",
  children,
}: {
  title: string;
  onClose: () => void;
  place?: "middle" | "top";
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className={place === "top" ? "overlay top" : "overlay"}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="dialog">
        <AriaDialog aria-label={title}>
          {place === "middle" && (
            <Heading slot="title" level={2} className="dialog-head">
              {title}
            </Heading>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
