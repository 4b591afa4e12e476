package aksiam.ui;

import aksiam.store.DesignFile;
import aksiam.ui.parts.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.HostServices;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** File choosers and the browser of the system. Where there are none, as on the headless platform, nothing is chosen. */
final class SystemDesk implements Desk {
    private final Stage stage;
    private final HostServices services;

    SystemDesk(Stage stage, HostServices services) {
        this.stage = stage;
        this.services = services;
    }

    @Override
    public Optional<Path> chooseDesign() {
        return chosen(() -> files(Messages.get("file.open")).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> chooseTarget(String name) {
        return chosen(() -> {
            var chooser = files(Messages.get("file.saveas"));
            chooser.setInitialFileName(name);
            return chooser.showSaveDialog(stage);
        });
    }

    @Override
    public Optional<Path> chooseFolder(Path start) {
        return chosen(() -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(Messages.get("generate.choose"));
            var folder = start;
            while (folder != null && !Files.isDirectory(folder)) {
                folder = folder.getParent();
            }
            if (folder != null) {
                chooser.setInitialDirectory(folder.toFile());
            }
            return chooser.showDialog(stage);
        });
    }

    @Override
    public void show(String address) {
        try {
            services.showDocument(address);
        } catch (UnsupportedOperationException e) {
            System.getLogger(SystemDesk.class.getName()).log(System.Logger.Level.INFO, "cannot show " + address);
        }
    }

    private static FileChooser files(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Messages.get("file.designs"), "*" + DesignFile.ENDING),
            new FileChooser.ExtensionFilter(Messages.get("file.all"), "*"));
        return chooser;
    }

    private static Optional<Path> chosen(Supplier<File> choose) {
        try {
            return Optional.ofNullable(choose.get()).map(File::toPath);
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
