//! Starts `recaplint lsp --stdio` for Markdown: the one that the settings name, else the one on the path.

use zed_extension_api::{
    self as zed, serde_json::Value, settings::LspSettings, LanguageServerId, Result, Worktree,
};

struct Recaplint;

/// What stands below `lsp.recaplint` in the settings of Zed.
fn settings(id: &LanguageServerId, worktree: &Worktree) -> Result<LspSettings> {
    LspSettings::for_worktree(id.as_ref(), worktree)
}

impl zed::Extension for Recaplint {
    fn new() -> Self {
        Recaplint
    }

    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<zed::Command> {
        let named = settings(id, worktree)?.binary;
        let command = named
            .as_ref()
            .and_then(|binary| binary.path.clone())
            .or_else(|| worktree.which("recaplint"))
            .ok_or("recaplint is not on the path: run npm install --global . in a checkout of recaplint, or set lsp.recaplint.binary.path")?;
        let args = named
            .and_then(|binary| binary.arguments)
            .unwrap_or_else(|| vec!["lsp".into(), "--stdio".into()]);
        Ok(zed::Command {
            command,
            args,
            env: worktree.shell_env(),
        })
    }

    fn language_server_initialization_options(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings(id, worktree)?.initialization_options)
    }

    /// The server asks for the section `recaplint`.
    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        let own = settings(id, worktree)?.settings;
        Ok(own.map(|settings| zed::serde_json::json!({ "recaplint": settings })))
    }
}

zed::register_extension!(Recaplint);
