;;; emacs.el --- What a writer does in Emacs  -*- lexical-binding: t -*-
;; Step by step. Prints what the editor shows after each step as JSON; the test judges.

(require 'eglot)
(require 'json)

(defvar folder (getenv "WORKSPACE"))
(defvar limit 20 "Seconds; a step that takes longer shows in what is printed.")
(defvar facts nil)

(defun note (key value)
  (push (cons key value) facts))

(defun open (path)
  "The buffer of the file at PATH, after what Emacs does behind a command, and when it shows the buffer."
  (let ((buffer (find-file-noselect (expand-file-name path folder))))
    (with-current-buffer buffer
      (run-hooks 'post-command-hook)
      (when (bound-and-true-p flymake-mode) (flymake-start)))
    buffer))

(defun marked-one (finding)
  "FINDING with the very characters that Emacs marks, and those before them on the line."
  (let ((diagnostic (alist-get 'eglot-lsp-diag (flymake-diagnostic-data finding)))
        (beginning (flymake-diagnostic-beg finding))
        (end (flymake-diagnostic-end finding)))
    (save-excursion
      (goto-char beginning)
      `((code . ,(plist-get diagnostic :code))
        (severity . ,(pcase (flymake-diagnostic-type finding)
                       ('eglot-error "ERROR")
                       ('eglot-warning "WARN")
                       (other (symbol-name other))))
        (line . ,(line-number-at-pos))
        (before . ,(buffer-substring-no-properties (line-beginning-position) beginning))
        (text . ,(buffer-substring-no-properties beginning end))
        (message . ,(flymake-diagnostic-text finding))))))

(defun marked (buffer)
  (with-current-buffer buffer
    (vconcat (mapcar #'marked-one
                     (sort (flymake-diagnostics)
                           (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))))

(defun finding (buffer code)
  (seq-find (lambda (found) (equal (alist-get 'code found) code)) (marked buffer)))

(defmacro wait-until (condition)
  "Let Emacs work until CONDITION holds.  Events of watched files come only where something reads events."
  `(let ((end (+ (float-time) limit)))
     (while (not (or ,condition (> (float-time) end)))
       (read-event nil nil 0.05))))

(defun send-changes (buffer)
  "What Emacs does once nothing is typed in BUFFER for a while."
  (with-current-buffer buffer (eglot--signal-textDocument/didChange)))

(defun replace-in (buffer old new)
  (with-current-buffer buffer
    (goto-char (point-min))
    (search-forward old)
    (replace-match new t t))
  (send-changes buffer))

;; A post is opened, and one with Windows line endings.
(defvar post (open "posts/q2-2024-recap.md"))
(wait-until (and (finding post "no-copied-text") (finding post "no-nbsp")))
(note 'opened (marked post))
(defvar windows (open "notes/crlf.md"))
(wait-until (finding windows "no-nbsp"))
(note 'windows `((format . ,(with-current-buffer windows
                             (nth (coding-system-eol-type buffer-file-coding-system) '("unix" "dos" "mac"))))
                 (findings . ,(marked windows))))

;; Something is typed before a finding.
(replace-in post "The 😀 librarian" "👩‍🚀 東京: The 😀 librarian")
(wait-until (let ((found (finding post "no-nbsp")))
              (and found
                   (equal (alist-get 'text found) "&nbsp;")
                   (string-prefix-p "👩" (alist-get 'before found)))))
(note 'typed (finding post "no-nbsp"))

;; The earlier post says something else, in a buffer that is not saved.
(replace-in (open "posts/q1-2024-recap.md") "did in March: it painted the boats" "did in winter: it mended the nets")
(wait-until (not (finding post "no-copied-text")))
(note 'afterEarlierPost (marked post))

;; A code action is chosen from the menu.
(with-current-buffer post
  (goto-char (point-min))
  (search-forward "first quarter")
  (let ((last-nonmenu-event ?x)) ; not the mouse
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (note 'actions (vconcat (mapcar #'car items)))
                 (caar items))))
      (with-demoted-errors "No code action: %S" (eglot-code-actions (point) nil nil t))))
  (send-changes post)
  (wait-until (not (finding post "no-quarter-mixup")))
  (goto-char (point-min))
  (search-forward "😀 漢字")
  (note 'afterAction (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

;; The posts are saved, which repairs them where the guide was followed.
(dolist (buffer (list post windows))
  (with-current-buffer buffer
    (set-buffer-modified-p t)
    (save-buffer)
    (send-changes buffer)))
(wait-until (not (or (finding post "no-nbsp") (finding windows "no-nbsp"))))
(note 'afterSave (marked post))

;; Saved once more, where nothing is left to repair.
(with-current-buffer windows
  (set-buffer-modified-p t)
  (save-buffer))

;; The configuration is edited.
(with-current-buffer (open ".recaplintrc.json")
  (erase-buffer)
  (insert "{ \"rules\": { \"no-repeated-word\": \"error\" } }\n")
  (save-buffer))
(wait-until (equal (alist-get 'severity (finding post "no-repeated-word")) "ERROR"))
(note 'afterConfiguration (marked post))

;; Emacs lets the server go.
(let* ((server (with-current-buffer post (eglot-current-server)))
       (process (jsonrpc--process server)))
  (setf (eglot--shutdown-requested server) t)
  (jsonrpc-request server :shutdown nil :timeout limit)
  (jsonrpc-notify server :exit nil)
  (wait-until (not (process-live-p process)))
  (note 'exit `((status . ,(symbol-name (process-status process)))
                (code . ,(process-exit-status process)))))

(princ (format "\nfacts: %s\n" (json-encode facts)))
